/* 议定 Yiding: what a page is better for having. Every page works without it. */
"use strict";
{
  // After a swap the focus goes to the first error, or to the head of what came in;
  // whoever is still typing elsewhere is left alone.
  const settle = (root) => {
    const active = document.activeElement;
    if (active && active.matches("input, select, textarea") && !root.contains(active)) return;
    const target = root.querySelector("[aria-invalid=true], .errors") || root.querySelector("h1, h2, h3");
    if (!target) return;
    if (!target.matches("a, button, input, select, textarea, [tabindex]")) target.tabIndex = -1;
    target.focus();
  };
  document.addEventListener("htmx:afterSettle", (event) => settle(event.detail.elt));

  // A button that may not be pressed does nothing; its reason stands beside it.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[aria-disabled=true]");
    if (button) event.preventDefault();
  });

  // A page that came back with errors opens at their summary.
  const errors = document.getElementById("errors");
  if (errors) errors.focus();
}
