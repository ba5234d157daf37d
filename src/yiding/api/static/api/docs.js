// The description, drawn by Swagger UI; a session's writes carry the token against forged requests.
"use strict";

function cookie(name) {
  const found = document.cookie.split("; ").find((one) => one.startsWith(name + "="));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

window.SwaggerUIBundle({
  url: document.body.dataset.description,
  dom_id: "#description",
  deepLinking: true,
  docExpansion: "none",
  validatorUrl: null,
  requestInterceptor(request) {
    if (!["GET", "HEAD"].includes(request.method)) {
      request.headers["X-CSRFToken"] = cookie("csrftoken");
    }
    request.headers["Accept-Language"] = document.documentElement.lang;
    return request;
  },
});
