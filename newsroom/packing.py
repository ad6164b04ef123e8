"""Pages are packed on their way, as far as that makes them smaller."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers


class PackingMiddleware(GZipMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.get("Content-Type", "").startswith("image/"):
            return response
        if response.status_code == 304:
            # It speaks for the page that was sent before, which varied on its packing.
            patch_vary_headers(response, ("Accept-Encoding",))
        return super().process_response(request, response)
