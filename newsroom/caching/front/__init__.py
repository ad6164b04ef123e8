"""What stands in front of the paper and keeps copies of its pages: nginx, Varnish or a CDN. FRONT names it."""
