"""The scenes by family; importing this package registers them all."""

from importlib import import_module
from pkgutil import iter_modules

from newsroom.demo.pictures.registry import SCENES

for module in iter_modules(__path__):
    import_module(f"{__name__}.{module.name}")

__all__ = ["SCENES"]
