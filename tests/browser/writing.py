"""Getting at the surface on which a body is written."""


def writing_surface(page):
    """The body's editor once it is made: by its name, and never the text area that waits in its place."""
    surface = page.get_by_role("textbox", name="Body").and_(page.locator("[contenteditable]"))
    surface.wait_for()
    return surface


def text_area(page):
    """What stands there before the editor, and instead of it when it can not be made."""
    return page.get_by_role("textbox", name="Body").and_(page.locator("textarea"))


class HeldBack:
    """The answers to requests for some address, kept until they are let through."""

    def __init__(self, page, address):
        self.routes, self.is_open = [], False
        page.route(address, self._hold)

    def _hold(self, route):
        if self.is_open:
            route.continue_()
        else:
            self.routes.append(route)

    def let_through(self):
        self.is_open = True
        for route in self.routes:
            route.continue_()


def caret_at(surface, key):
    """Focus the surface and send the caret somewhere by a key.

    Some 20 ms after it got the focus the editor puts the caret where it was last; a key before that is in vain.
    """
    surface.focus()
    surface.evaluate("() => new Promise((done) => setTimeout(done, 60))")
    surface.press(key)
