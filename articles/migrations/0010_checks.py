from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_presence"),
    ]

    operations = [
        migrations.CreateModel(
            name="CheckLevel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "check_of",
                    models.CharField(
                        choices=[
                            ("alt", "A picture without a description"),
                            ("credit", "A picture without a credit"),
                            ("small", "A lead picture that is too small"),
                            ("no_picture", "No lead picture"),
                            ("headline", "A headline too long for cards or search results"),
                            ("deck", "No deck"),
                            ("links", "A link to a page of this site that is not there"),
                            ("headings", "Headings out of order"),
                            ("source", "Neither a byline nor a source"),
                            ("words", "A word that the house does not use"),
                        ],
                        editable=False,
                        max_length=20,
                        unique=True,
                        verbose_name="check",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("off", "Off"), ("warn", "Warns"), ("block", "Stops publication")],
                        default="warn",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "verbose_name": "check before publication",
                "verbose_name_plural": "checks before publication",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["off", "warn", "block"])), name="check_level_is_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "word",
                    models.CharField(
                        help_text="Found as whole words, in capitals or not.",
                        max_length=60,
                        unique=True,
                        verbose_name="word or phrase",
                    ),
                ),
                ("instead", models.CharField(blank=True, max_length=120, verbose_name="say instead")),
            ],
            options={
                "verbose_name": "word of the house",
                "verbose_name_plural": "words of the house",
                "ordering": ["word"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("word", ""), _negated=True), name="house_word_is_there")
                ],
            },
        ),
    ]
