#!/bin/sh
# Startas av cage (se kiosk.service). Läggs som /usr/local/bin/kiosk-session.sh, läge 755.
# Debian 12 vrider bilden med "cage -r". Från Debian 13: sätt KIOSK_UTGANG och KIOSK_VRID (90 eller 270).
[ -n "$KIOSK_VRID" ] && wlr-randr --output "$KIOSK_UTGANG" --transform "$KIOSK_VRID"
exec chromium \
  --kiosk --incognito --ozone-platform=wayland \
  --user-data-dir="$RUNTIME_DIRECTORY/profil" --password-store=basic \
  --no-first-run --no-default-browser-check --noerrdialogs --hide-crash-restore-bubble \
  --disable-pinch --overscroll-history-navigation=0 --touch-events=enabled \
  --disable-features=Translate --disable-component-update --check-for-update-interval=31536000 \
  --kiosk-printing \
  "$KIOSK_ADRESS"
