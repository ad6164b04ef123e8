import pytest

from newsroom.caching.front.nginx import Nginx
from newsroom.caching.front.varnish import Varnish
from tests.deploy import servers
from tests.deploy.paper import Paper
from tests.deploy.reading import Browser

SITE = "https://example.com"


@pytest.fixture(scope="module")
def same_paper(request):
    """The paper behind; a test's module says in FRONT what it has been told stands before it."""
    opened = Paper(front=request.module.FRONT)
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def paper(same_paper):
    same_paper.begin_anew()
    return same_paper


@pytest.fixture(scope="session")
def certificate(needs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificate")
    servers.make_certificate(folder, needs("openssl"))
    return folder


@pytest.fixture
def nginx(needs, paper, certificate, tmp_path):
    """nginx with the shipped file; its purging door is `nginx.front`, what it stored lies in `nginx.copies`."""
    program, doors = needs("nginx"), [servers.free_port() for _ in range(3)]
    (tmp_path / "data/static").mkdir(parents=True)
    for file in certificate.iterdir():
        (tmp_path / file.name).symlink_to(file)
    servers.write_nginx(tmp_path, paper=paper.port, doors=doors)
    with servers.running([program, "-c", str(tmp_path / "nginx.conf")], port=doors[1], folder=tmp_path):
        browser = Browser(doors[1], certificate=str(tmp_path / "fullchain.pem"))
        browser.plain_port, browser.door = doors[0], doors[2]
        browser.folder, browser.copies = tmp_path, tmp_path / "copies"
        browser.front = Nginx(f"http://127.0.0.1:{doors[2]}", site=SITE)
        yield browser


@pytest.fixture(scope="module")
def same_varnish(needs, same_paper, tmp_path_factory):
    """Starting it takes a second or two, as it compiles its file, so the tests of a module share one."""
    folder, port = tmp_path_factory.mktemp("varnish"), servers.free_port()
    servers.write_varnish(folder, paper=same_paper.port)
    with servers.running(servers.varnish_command(needs("varnish"), folder, port=port), port=port, folder=folder):
        browser = Browser(port, sent=(("X-Forwarded-Proto", "https"),))
        browser.front = Varnish(f"http://127.0.0.1:{port}")
        yield browser


@pytest.fixture
def varnish(same_varnish, paper):
    """Varnish with the shipped file and no copies, asked as by what speaks TLS before it."""
    # It leaves a paper alone for a quarter of a second that has refused it.
    servers.wait_for(lambda: same_varnish.get("/admin/").status == 200)
    same_varnish.front.purge([], [], True)
    paper.begin_anew()
    return same_varnish
