// A screen on the wall: one part of the page at a time, turned by itself unless somebody pauses it or asks for little
// motion; now and then it asks whether the figures changed and then fetches them. Asking is no activity: the session of
// the screen ends as any other does, and the screen says so.
(() => {
  const turnEvery = 12000;
  const askEvery = 15000;
  const staleAfter = 5;
  const id = (name) => document.getElementById(name);
  const fill = (words, value) => words.replace("{0}", value);

  let place = 0;
  let paused = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let version = null;
  let checked = null;
  let ahead = 0;
  let timer = 0;

  const pages = () => [...document.querySelectorAll(".wall-page")];
  const now = () => Date.now() + ahead;

  const show = () => {
    const all = pages();
    place = (place + all.length) % all.length;
    all.forEach((page, at) => { page.hidden = at !== place; });
    const words = id("wall-place").dataset.words;
    id("wall-place").textContent = words.replace("{0}", place + 1).replace("{1}", all.length);
    const button = id("wall-pause");
    button.textContent = paused ? button.dataset.goOn : button.dataset.pause;
    // Read aloud only what somebody turned to, not what turns by itself.
    id("wall").setAttribute("aria-live", paused ? "polite" : "off");
    clearTimeout(timer);
    if (!paused) {
      timer = setTimeout(() => turn(1), turnEvery);
    }
  };

  const turn = (by) => { place += by; scrollTo(0, 0); show(); };
  const pause = () => { paused = !paused; show(); };

  const tellAge = () => {
    const state = id("wall-state");
    if (!state.dataset.known) {
      return;
    }

    const minutes = Math.max(0, Math.floor((now() - Date.parse(state.dataset.known)) / 60000));
    id("wall-age").textContent =
      minutes < 60 ? fill(state.dataset.minutes, minutes)
      : minutes < 48 * 60 ? fill(state.dataset.hours, Math.floor(minutes / 60))
      : fill(state.dataset.days, Math.floor(minutes / 1440));
  };

  const say = (words) => {
    if (id("wall-check").textContent !== words) {
      id("wall-check").textContent = words;
    }
  };

  const tellCheck = (reached) => {
    const { fresh, lost, stale } = id("wall-state").dataset;
    id("wall").classList.toggle("wall-lost", !reached);
    if (reached) {
      say(fresh);
    } else {
      const away = checked === null ? 0 : Math.floor((Date.now() - checked) / 60000);
      const time = checked === null ? "–" : new Date(checked).toTimeString().slice(0, 5);
      say(away >= staleAfter ? fill(stale, away) : fill(lost, time));
    }
  };

  const end = () => {
    pages().forEach((page) => page.remove());
    id("wall-controls").hidden = true;
    say("");
    id("wall-ended").hidden = false;
    clearTimeout(timer);
    clearInterval(asking);
  };

  const load = async () => {
    const answer = await fetch(location.href, { cache: "no-store", credentials: "same-origin" });
    if (answer.ok && new URL(answer.url).pathname === location.pathname) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("wall");
      if (fresh) {
        id("wall").replaceWith(fresh);
        show();
        tellAge();
      }
    }
  };

  const ask = async () => {
    try {
      const headers = version ? { "If-None-Match": version } : {};
      const answer = await fetch("/wall/version", { cache: "no-store", credentials: "same-origin", headers });
      if (answer.status === 401 || answer.status === 403) {
        end();
        return;
      }

      if (!answer.ok && answer.status !== 304) {
        throw new Error(answer.status);
      }

      ahead = Date.parse(answer.headers.get("Date") ?? "") - Date.now() || 0;
      const found = answer.headers.get("ETag");
      if (answer.status !== 304 && version !== null && found !== version) {
        await load();
      }

      version = found ?? version;
      checked = Date.now();
      tellCheck(true);
    } catch {
      tellCheck(false);
    }

    tellAge();
  };

  id("wall-previous").addEventListener("click", () => turn(-1));
  id("wall-next").addEventListener("click", () => turn(1));
  id("wall-pause").addEventListener("click", pause);
  addEventListener("keydown", (event) => {
    const free = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (free && event.key === "ArrowLeft") {
      turn(-1);
    } else if (free && event.key === "ArrowRight") {
      turn(1);
    } else if (free && event.key === " " && !event.target.closest("button, a")) {
      event.preventDefault();
      pause();
    }
  });

  document.documentElement.classList.add("wall-on");
  id("wall-controls").hidden = false;
  const asking = setInterval(ask, askEvery);
  show();
  ask();
})();
