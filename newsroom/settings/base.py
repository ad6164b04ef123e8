"""What holds in every environment. What differs is said in development, test and production."""

from datetime import timedelta

from django.conf import global_settings
from django.utils.csp import CSP

from newsroom.caching.front.places import places
from newsroom.settings import addresses, editor, env
from newsroom.settings.database import database

ROOT = env.ROOT
NEWSROOM_DATA = env.DATA

INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "newsroom.audit.apps.AuditConfig",
    "newsroom.caching.apps.CachingConfig",
    "newsroom.wordpress.apps.WordPressConfig",
    "articles.apps.ArticlesConfig",
    "articles.media.apps.MediaConfig",
    "articles.front.apps.FrontConfig",
    "articles.live.apps.LiveConfig",
    "articles.search.apps.SearchConfig",
    "articles.syndication.apps.SyndicationConfig",
    "comments.apps.CommentsConfig",
    "axes",
    "taggit",
    "django_prose_editor",
    "js_asset",
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.packing.PackingMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "newsroom.sessions.DeskSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "articles.middleware.SiteMiddleware",
    "articles.middleware.RedirectMiddleware",
    "newsroom.reading.ReadingMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # The last, so that it sees what the login answered.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.context.furniture",
            ],
        },
    }
]

DATABASES = {"default": database(env.DATABASE_URL, env.DATA)}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# Who guesses a password waits: one name from one block of addresses, so that nobody can shut out an editor elsewhere.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "newsroom.door.knocker"
AXES_USERNAME_CALLABLE = "newsroom.door.called"
AXES_LOCKOUT_CALLABLE = "newsroom.door.shut"
AXES_RESET_ON_SUCCESS = True
# Trying again while it is shut makes nobody wait longer than the sentence says.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# No more is kept than the brake needs.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

# True makes it an error when a page fetches what its query left out.
FORBID_LAZY_FETCHING = False

LANGUAGE_CODE = "en"
# What a story may be written in. The interface speaks English so far.
SPOKEN = "ar de el en es fa fr he hi id it ja ko nl pl pt ru tr uk ur vi zh-hans zh-hant".split()  # noqa: SIM905
LANGUAGES = [(code, name) for code, name in global_settings.LANGUAGES if code in SPOKEN]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = env.DATA / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsroom.assets.BundledStaticFilesStorage"},
}

# No inline script or style and no third party on any page; one with films adds their players (articles/bodies/page.py).
# The nonce is printed by admin templates only: a page that prints none sends none, and can be kept.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_NAME = "newsroom_session"
SESSION_COOKIE_PATH = "/admin/"
CSRF_COOKIE_NAME = "newsroom_csrf"
CSRF_COOKIE_PATH = "/admin/"
LOGIN_REDIRECT_URL = "/admin/"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

DJANGO_PROSE_EDITOR_EXTENSIONS = editor.EXTENSIONS
DJANGO_PROSE_EDITOR_PRESETS = editor.PRESETS

# What fails is told on standard error, for the web server's log: Django by itself would tell nobody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "operator": {"class": "logging.StreamHandler", "level": "ERROR", "formatter": "line"},
        "nobody": {"class": "logging.NullHandler"},
    },
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "root": {"handlers": ["operator"]},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # Scanners send strange hosts all day.
        "django.security.DisallowedHost": {"handlers": ["nobody"], "propagate": False},
    },
}

# Who may comment how fast ("5/300": five in 300 seconds from one block of addresses, or "off"), how much, how long
# after the page was made, and for how long the same comment again counts as a double click.
COMMENT_PACE = env.COMMENT_PACE
COMMENT_STORY_PACE = env.COMMENT_STORY_PACE
COMMENT_SITE_PACE = env.COMMENT_SITE_PACE
COMMENT_LENGTH = env.COMMENT_LENGTH
COMMENT_NAME_LENGTH = env.COMMENT_NAME_LENGTH
COMMENT_BYTES = env.COMMENT_BYTES
COMMENT_TOKEN_HOURS = env.COMMENT_TOKEN_HOURS
COMMENT_REPEAT_SECONDS = env.COMMENT_REPEAT_SECONDS
# From when on a comment is held for a moderator (comments/layers.py); 0 turns a layer off.
COMMENT_LEAST_SECONDS = env.COMMENT_LEAST_SECONDS
COMMENT_SAME_HOURS = env.COMMENT_SAME_HOURS
COMMENT_NEAR_PERCENT = env.COMMENT_NEAR_PERCENT
COMMENT_LINKS = env.COMMENT_LINKS
COMMENT_CAPITALS_PERCENT = env.COMMENT_CAPITALS_PERCENT
COMMENT_REPEATED = env.COMMENT_REPEATED
COMMENT_SCRIPT = env.COMMENT_SCRIPT
COMMENT_SCORE = env.COMMENT_SCORE
COMMENT_LEARN_LEAST = env.COMMENT_LEARN_LEAST
COMMENT_REPORTS = env.COMMENT_REPORTS
# For how long it is known which comments came from one block of addresses.
COMMENT_ORIGIN_DAYS = env.COMMENT_ORIGIN_DAYS
# How long its writer may still change or delete a comment.
COMMENT_EDIT_MINUTES = env.COMMENT_EDIT_MINUTES
COMMENT_MAIL_FROM = env.COMMENT_MAIL_FROM
COMMENT_LETTERS_A_DAY = env.COMMENT_LETTERS_A_DAY
COMMENT_WATCH_DAYS = env.COMMENT_WATCH_DAYS
COMMENT_DELETE_HOURS = env.COMMENT_DELETE_HOURS
# What an editor may upload: a file of so many bytes, a picture of so many pixels. A decoded pixel takes three bytes.
PICTURE_MAX_BYTES = env.PICTURE_MAX_BYTES
PICTURE_MAX_PIXELS = env.PICTURE_MAX_PIXELS
# Finished pages: whether and where they are kept, how much of disk and of each process's memory they may take, and for
# how many seconds a cache in front that is told no keys may answer with one without asking.
PAGES = env.PAGES
PAGES_FOLDER = env.PAGES_FOLDER
PAGES_BYTES = env.PAGES_BYTES
PAGES_MEMORY_BYTES = env.PAGES_MEMORY_BYTES
PAGES_SHARED_SECONDS = env.PAGES_SHARED_SECONDS
# How many proxies of ours stand before the site: that many entries of X-Forwarded-For, from the right, are believed.
TRUSTED_PROXIES = env.TRUSTED_PROXIES
# Whether an article tells by itself that it is read: for where something in front of the site keeps its pages.
VIEWS_BEACON = env.VIEWS_BEACON
SITE_ADDRESS = addresses.site(env.SITE_ADDRESS)
# What stands in front of the paper and keeps copies of its pages, which are purged there.
FRONT = places(env.FRONT, token=env.FRONT_TOKEN, site=SITE_ADDRESS)
