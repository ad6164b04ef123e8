import pytest

from tests.factories.people import make_user


@pytest.fixture
def desk(client):
    """The desk as an editor called ana has it."""
    client.force_login(make_user("editor", username="ana"))
    return client
