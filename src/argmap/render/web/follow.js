// A page that follows its server: it comes anew when something has changed.

{
  const changes = new EventSource(document.documentElement.dataset.events);
  let lost = null;
  changes.addEventListener("change", () => {
    document.dispatchEvent(new Event("leaving"));
    location.reload();
  });
  changes.addEventListener("open", () => {
    if (lost === null) return;
    location.reload(); // the server has been started again; much may have changed
  });
  changes.addEventListener("error", () => {
    if (lost) return;
    lost = document.createElement("p");
    lost.className = "lost";
    lost.setAttribute("role", "status");
    lost.textContent = "argmap serve has ended: this page no longer follows its map.";
    document.body.prepend(lost);
  });
}
