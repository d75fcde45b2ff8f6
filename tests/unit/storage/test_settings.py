"""Settings come from the environment, within bounds, and say in Norwegian what they take."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tryggsamtale.settings import InvalidSetting, Settings, described

GOOD = {
    "DATABASE_URL": ("postgresql://tryggsamtale:x@db/tryggsamtale", "postgresql://tryggsamtale:x@db/tryggsamtale"),
    "PORT": (" 8080 ", 8080),
    "RETENTION_DAYS": ("7", 7),
    "ALLOWED_ORIGINS": ("https://a.no, http://localhost:8000", ("https://a.no", "http://localhost:8000")),
    "KOMMUNE_FILE": ("/etc/kommune.yml", Path("/etc/kommune.yml")),
    "LOG_LEVEL": ("warning", "WARNING"),
}
BAD = {
    "DATABASE_URL": ["mysql://hemmelig@x/y", "tryggsamtale.db", "sqlite://"],
    "HOST": ["to ord"],
    "PORT": ["0", "65536", "åtti", "80.5"],
    "SESSION_MINUTES": ["1", "1441"],
    "ALLOWED_ORIGINS": ["*", "https://a.no/side", "a.no", "https://a.no,"],
    "LOG_LEVEL": ["loud"],
}


def test_without_variables_the_defaults_hold():
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert (settings.host, settings.port, settings.action_port) == ("127.0.0.1", 5005, 5055)
    assert (settings.session_minutes, settings.retention_days, settings.proxies) == (60, 30, 0)
    assert settings.allowed_origins == ()


@pytest.mark.parametrize(("name", "text", "value"), [(name, *pair) for name, pair in GOOD.items()])
def test_a_variable_sets_its_field(name, text, value):
    assert getattr(Settings.from_environment({f"TRYGGSAMTALE_{name}": text}), name.lower()) == value


@pytest.mark.parametrize("name", [each.variable for each in described()])
def test_an_empty_variable_counts_as_not_set(name):
    assert Settings.from_environment({name: " "}) == Settings()


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in BAD.items() for text in texts])
def test_a_wrong_value_names_the_variable_and_what_it_takes_but_not_the_value(name, text):
    with pytest.raises(InvalidSetting) as caught:
        Settings.from_environment({f"TRYGGSAMTALE_{name}": text})
    [takes] = [each.takes for each in described() if each.variable == f"TRYGGSAMTALE_{name}"]
    assert str(caught.value) == f"TRYGGSAMTALE_{name} skal være {takes}."
    assert "hemmelig" not in str(caught.value)


def test_every_setting_is_described_and_its_default_is_one_it_takes():
    assert [each.variable for each in described()] == [
        f"TRYGGSAMTALE_{field.name.upper()}" for field in dataclasses.fields(Settings)
    ]
    defaults = {each.variable: each.default for each in described()}
    assert Settings.from_environment(defaults) == Settings()
    assert all(each.description.endswith(".") for each in described())


def test_a_password_is_not_in_what_is_printed_of_the_settings():
    assert "hemmelig" not in repr(Settings(database_url="postgresql://bruker:hemmelig@db/x"))


def test_settings_cannot_be_changed_on_the_way():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().port = 1
