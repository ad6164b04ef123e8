"""People of the newsroom, each with the role that the migration made."""

from itertools import count

from django.contrib.auth.models import Group, User

_number = count(1)


def make_user(role: str = "", **given) -> User:
    n = next(_number)
    user = User.objects.create_user(
        **{"username": f"{role or 'user'}-{n}", "password": "typed", "is_staff": True} | given
    )
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user
