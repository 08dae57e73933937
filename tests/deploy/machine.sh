#!/bin/bash
# Makes a machine of its own of the namespaces that this runs in: what is written in the folders that deploying.md touches
# lands in a layer above the real ones, and goes with the namespaces. Arguments: a folder of ours, Python's own folder, and
# the environment to run in.
set -euo pipefail
room=$1 python=$2 environment=$3

mount --make-rprivate /
ip link set lo up
mkdir -p "$room/layers" && mount -t tmpfs tmpfs "$room/layers"
layer() { # what is below, and where it is to be seen
    local at="$room/layers/${2//\//-}"
    mkdir -p "$at/upper" "$at/work" "$2"
    mount -t overlay overlay -o "lowerdir=$1,upperdir=$at/upper,workdir=$at/work" "$2"
}
for folder in /etc /usr/local /var/lib /var/backups; do
    mkdir -p "$folder" && layer "$folder" "$folder"
done
for folder in /srv /run /var/log; do
    mount -t tmpfs -o mode=755 tmpfs "$folder"
done
mkdir -p /var/log/nginx

# The service's user may not look into root's home, where Python may lie on a developer's machine.
home=$(getent passwd root | cut -d: -f6)
if [[ $python == "$home"/* ]]; then
    mkdir -p "$room/python" && mount --bind "$python" "$room/python"
    mount -t tmpfs -o mode=755 tmpfs "$home"
    mkdir -p "$python" && mount --bind "$room/python" "$python"
fi

# What is downloaded once is not downloaded again: a fresh clone has the environment of this checkout, in a layer too.
mkdir -p "$room/hooks"
cat > "$room/hooks/post-checkout" <<HOOK
#!/bin/bash
[ -e .venv ] && exit
mkdir -p "$room/layers/venv/upper" "$room/layers/venv/work" .venv
mount -t overlay overlay -o "lowerdir=$environment,upperdir=$room/layers/venv/upper,workdir=$room/layers/venv/work" .venv
HOOK
chmod 755 "$room/hooks/post-checkout"
printf '[core]\n\thooksPath = %s\n[safe]\n\tdirectory = *\n' "$room/hooks" > /etc/gitconfig

openssl req -quiet -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=vagvisaren.example \
    -keyout /etc/ssl/private/vagvisaren.example.key -out /etc/ssl/certs/vagvisaren.example.pem 2> "$room/openssl" ||
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=vagvisaren.example \
        -keyout /etc/ssl/private/vagvisaren.example.key -out /etc/ssl/certs/vagvisaren.example.pem

nginx # as it runs on a Debian where it has been installed
