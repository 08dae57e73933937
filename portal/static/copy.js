// Copies a letter as it stands, or selects it where the browser does not let a page copy.
(() => {
  "use strict";
  for (const button of document.querySelectorAll("[data-copy-letter]")) {
    const letter = document.getElementById(button.dataset.copyLetter);
    const said = button.nextElementSibling;
    button.hidden = false; // there is no button where nothing answers it
    button.addEventListener("click", async () => {
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(letter.textContent);
        said.textContent = button.dataset.copied;
      } catch {
        getSelection().selectAllChildren(letter);
        said.textContent = button.dataset.notCopied;
      }
    });
  }
})();
