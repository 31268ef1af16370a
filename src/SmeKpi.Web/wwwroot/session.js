// Leads to the sign-in page when the session is over, so that an open page does not go on showing what may no longer
// be seen: signed out elsewhere, idle for too long, or the account disabled. Asking is no activity.
(() => {
  const every = 20000;

  const leave = () => {
    document.body.hidden = true;
    location.replace("/signin?back=" + encodeURIComponent(location.pathname + location.search));
  };

  const look = async () => {
    try {
      const answer = await fetch("/session", { cache: "no-store", credentials: "same-origin" });
      if (answer.status === 401) {
        leave();
      }
    } catch {
      // No connection: the next look tells more.
    }
  };

  setInterval(look, every);
  addEventListener("pageshow", (event) => event.persisted && look());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
})();
