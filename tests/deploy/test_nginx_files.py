"""nginx with deploy/nginx/newsroom.conf: what it takes from folders, without the paper."""

FRONT = "nginx+http://127.0.0.1:8081"


def test_static_files_come_packed_from_their_folder(nginx, paper):
    folder = nginx.folder / "data/static/css"
    folder.mkdir()
    for ending, content in (("", b"plain"), (".br", b"brotli"), (".gz", b"gzip")):
        (folder / f"site.0123456789ab.css{ending}").write_bytes(content)

    answers = {
        packing: nginx.get("/static/css/site.0123456789ab.css", Accept_Encoding=packing)
        for packing in ("br, gzip", "gzip", "")
    }

    assert [answer.raw for answer in answers.values()] == [b"brotli", b"gzip", b"plain"]
    assert {answer.headers["Content-Type"] for answer in answers.values()} == {"text/css"}
    assert {answer.headers["Cache-Control"] for answer in answers.values()} == {"public, max-age=31536000, immutable"}
    assert paper.asked == []


def test_pictures_come_from_their_folder_and_nothing_else_does(nginx, paper):
    (nginx.folder / "data/db.sqlite3").write_bytes(b"secret")
    picture = nginx.folder / "data/media/r/0123456789abcdef"
    picture.mkdir(parents=True)
    (picture / "wide-640.avif").write_bytes(b"picture")
    (picture / "notes.txt").write_bytes(b"secret")

    answer = nginx.get("/media/r/0123456789abcdef/wide-640.avif")

    assert (answer.raw, answer.headers["Content-Type"]) == (b"picture", "image/avif")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert paper.asked == []
    for path in ("/static/../db.sqlite3", "/media/../db.sqlite3", "/static/%2e%2e/db.sqlite3", "/media/notes.txt"):
        assert nginx.get(path).raw != b"secret"
