"""The roles of a newsroom and what each may do. A migration makes them groups; an operator may then change them."""

WRITE = ("add", "change", "delete", "view")
READ = ("view",)
COMPANY = ("byline", "storysource", "relatedpick", "storytag")

CONTRIBUTOR = {
    **{("articles", model): WRITE for model in ("story", *COMPANY)},
    **{("articles", model): READ for model in ("category", "source", "author", "tag")},
    ("media", "image"): ("add", "view"),
}
AUTHOR = {
    **CONTRIBUTOR,
    ("articles", "story"): (*WRITE, "publish"),
    ("articles", "tag"): ("add", "view"),
    **{("live", model): ("add", "change", "view") for model in ("coverage", "entry")},
    ("media", "image"): ("add", "change", "view"),
}
MODERATOR = {
    ("comments", "comment"): ("change", "moderate", "view"),
}
EDITOR = {
    **AUTHOR,
    **MODERATOR,
    ("articles", "story"): (*WRITE, "publish", "edit_any"),
    **{("articles", model): WRITE for model in ("category", "source", "author", "tag", "page", "profile")},
    **{("articles", model): WRITE for model in ("series", "seriespart")},
    ("articles", "breakingnews"): WRITE,
    ("articles", "houseword"): WRITE,
    ("articles", "checklevel"): ("change", "view"),
    ("articles", "sitesettings"): ("add", "change", "view"),
    ("articles", "redirect"): ("add", "delete", "view"),
    ("front", "front"): ("change", "launch", "view"),
    ("media", "image"): WRITE,
    ("caching", "purge"): READ,
}
ADMINISTRATOR = {
    **EDITOR,
    ("auth", "user"): WRITE,
    ("auth", "group"): WRITE,
    ("comments", "comment"): (*WRITE, "moderate"),
    ("caching", "purge"): ("add", "view"),
    ("audit", "line"): READ,
}

ROLES = {
    "contributor": CONTRIBUTOR,
    "author": AUTHOR,
    "editor": EDITOR,
    "moderator": MODERATOR,
    "administrator": ADMINISTRATOR,
}

# Verbs whose permission is not called “verb_model”.
CODENAMES = {"edit_any": "edit_any_story"}


def codename(verb: str, model: str) -> str:
    """Django's name of the permission to do `verb` to `model`."""
    return CODENAMES.get(verb, f"{verb}_{model}")
