// Shows how far an upload is and looks again while a filing is being checked. Without it the page works the same, only
// more quietly.
(() => {
  const show = (answer) => {
    if (new URL(answer.responseURL).pathname !== location.pathname) {
      location.assign(answer.responseURL);
      return;
    }

    const page = new DOMParser().parseFromString(answer.responseText, "text/html");
    document.getElementById("content").replaceWith(page.getElementById("content"));
    start();
  };

  const send = (event) => {
    event.preventDefault();
    const current = event.currentTarget;
    const bar = current.querySelector("progress");
    const button = current.querySelector("button");
    const request = new XMLHttpRequest();
    bar.hidden = false;
    button.disabled = true;
    request.upload.addEventListener("progress", (step) => { bar.value = step.total ? (100 * step.loaded) / step.total : 0; });
    request.addEventListener("load", () => show(request));
    request.addEventListener("error", () => { bar.hidden = true; button.disabled = false; });
    request.open("POST", current.action || location.href);
    request.send(new FormData(current));
  };

  const start = () => {
    const current = document.querySelector(".upload-form");
    if (!current) {
      return;
    }

    const place = current.querySelector(".drop-zone");
    const file = current.querySelector("input[type=file]");
    const words = place.querySelector(".drop-words");
    const usual = words.textContent;
    file.addEventListener("change", () => { words.textContent = file.files.length ? file.files[0].name : usual; });
    ["dragenter", "dragover"].forEach((name) => place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("over");
    }));
    ["dragleave", "drop"].forEach((name) => place.addEventListener(name, () => place.classList.remove("over")));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      file.files = event.dataTransfer.files;
      file.dispatchEvent(new Event("change"));
    });
    current.addEventListener("submit", send);
  };

  const wait = () => {
    if (document.querySelector("[data-filing-works]")) {
      setTimeout(() => location.reload(), 1500);
    }
  };

  start();
  wait();
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
})();
