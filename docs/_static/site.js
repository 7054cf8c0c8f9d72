/* The theme folds the pages below a page behind a button without a name; a screen reader needs one. */
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll(".bd-sidebar-primary summary")) {
    const page = button.closest("li").querySelector("a").textContent;
    button.setAttribute("aria-label", `Pages below ${page}`);
  }
  for (const fold of document.querySelectorAll("details.hide > summary[aria-label]")) {
    fold.removeAttribute("aria-label"); /* its words say which check it is */
  }
});

window.addEventListener("load", () => {
  for (const button of document.querySelectorAll("button.copybtn")) button.setAttribute("aria-label", "Copy");
});
