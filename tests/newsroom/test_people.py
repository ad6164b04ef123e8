"""Administrators appoint people to roles; nobody makes more of themselves than they are."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    user = make_user("administrator")
    client.force_login(user)
    return user


@pytest.fixture
def owner():
    return User.objects.create_superuser("owner", password="typed")


def at(name, person):
    return reverse(f"admin:auth_user_{name}", args=[person.pk])


def save(client, person, **more):
    typed = {
        "username": person.username,
        "date_joined_0": "2026-01-01",
        "date_joined_1": "00:00",
        "is_active": "on",
        "is_staff": "on",
    }
    return client.post(at("change", person), typed | more)


def test_an_administrator_appoints_an_editor(client, chief):
    person, editors = make_user(), Group.objects.get(name="editor")
    assert save(client, person, groups=[editors.pk]).status_code == 302
    assert list(person.groups.all()) == [editors]


@pytest.mark.parametrize("who", ["themselves", "another"])
def test_an_administrator_makes_no_superuser(client, chief, who):
    person = chief if who == "themselves" else make_user("editor")
    save(client, person, is_superuser="on", user_permissions=["1"])
    person.refresh_from_db()
    assert not person.is_superuser
    assert not person.user_permissions.exists()


def test_an_administrator_neither_changes_nor_removes_the_owner(client, chief, owner):
    assert save(client, owner, username="taken").status_code == 403
    assert client.post(at("delete", owner), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [owner.pk], "post": "yes"}
    client.post(reverse("admin:auth_user_changelist"), chosen)
    assert User.objects.filter(username="owner").exists()


def test_an_administrator_does_not_set_the_owners_password(client, chief, owner):
    address = reverse("admin:auth_user_password_change", args=[owner.pk])
    typed = {"password1": "quite-another-1", "password2": "quite-another-1", "usable_password": "true"}
    assert client.post(address, typed).status_code == 403
    owner.refresh_from_db()
    assert owner.check_password("typed")


def test_a_superuser_makes_another(client, owner):
    client.force_login(owner)
    person = make_user("editor")
    assert save(client, person, is_superuser="on").status_code == 302
    person.refresh_from_db()
    assert person.is_superuser
