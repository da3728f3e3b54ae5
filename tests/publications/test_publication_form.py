from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from publications.models import Publication, PublicationType
from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import HEADLINES, make_publication
from thinktank.reference.models import Series


def type_id(code):
    return str(PublicationType.objects.get(code=code).pk)


@pytest.mark.large
class TestPublicationForm(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.issue = make_publication(type="issue")
        self.study = make_publication(type="study")
        self.article = make_publication(type="article", issue=self.issue)

    def errors(self, item, language="en", **changed):
        """What the form says at its fields and lists, having lost nothing typed."""
        response = save(self.client, item, language, **changed)
        assert response.status_code == 200, "the form took it"
        page = Page(response)
        sent = page.sent()
        for name, value in changed.items():
            if not name.startswith(("type", "issue", "listed")):
                assert sent[name] == value
        return page.words("ul", class_="errorlist")

    def test_it_refuses_pages_in_the_wrong_order(self):
        (error,) = self.errors(self.article, first_page="9", last_page="7")
        assert error == "The last page comes before the first. Check both."

    def test_it_asks_for_the_first_page_beside_the_last(self):
        assert self.errors(self.article, last_page="7") == ["Give the first page, too."]

    def test_it_asks_for_the_issue_that_pages_belong_to(self):
        (error,) = self.errors(self.article, issue="", first_page="7")
        assert error == "Choose the issue that these pages belong to."

    def test_it_refuses_an_issue_that_is_none(self):
        (error,) = self.errors(self.article, issue=str(self.study.pk))
        assert error.startswith("That is no issue of a periodical.")

    def test_it_finds_issues_alone_when_one_is_sought(self):
        query = "?app_label=publications&model_name=publication&field_name=issue"
        found = self.client.get(f"{reverse('admin:autocomplete')}{query}").json()
        assert [row["id"] for row in found["results"]] == [str(self.issue.pk)]

    def test_it_refuses_an_issue_inside_itself(self):
        changed = {"type": type_id("article"), "issue": str(self.issue.pk)}
        assert "An issue cannot appear in itself. Choose another one." in self.errors(
            self.issue, **changed
        )

    def test_it_keeps_an_issue_an_issue_while_it_has_articles(self):
        (error,) = self.errors(self.issue, type=type_id("study"))
        assert error.startswith("Articles have appeared in this issue.")

    def test_it_refuses_to_put_anything_but_an_article_in_an_issue(self):
        (error,) = self.errors(self.article, type=type_id("book"))
        assert error.startswith("Only an article appears in an issue.")
        assert "“Book”" in error

    def test_it_asks_for_the_issue_of_a_supplement_or_a_section(self):
        (error,) = self.errors(self.article, issue="", is_supplement="on")
        assert error == "Choose the issue that it comes with."
        (error,) = self.errors(self.article, "ar", issue="", issue_section_ar="دراسات")
        assert error == "اختر العدد الذي فيه هذا القسم."

    def test_it_gives_a_supplement_no_pages(self):
        typed = {"is_supplement": "on", "first_page": "9"}
        (error,) = self.errors(self.article, **typed)
        assert error == "A supplement comes with an issue, and has no pages in it."
        supplement = save(self.client, self.article, is_supplement="on")
        assert supplement.status_code == 302
        self.article.refresh_from_db()
        assert self.article.is_supplement

    def test_it_asks_for_the_series_of_a_number(self):
        (error,) = self.errors(self.study, series_number="19")
        assert error == "Choose the series that this number counts in."

    def test_it_checks_the_last_digits_of_codes(self):
        for name, wrong, right in (
            ("isbn", "978-0-306-40615-8", "978-0-306-40615-7"),
            ("issn", "2049-3631", "2049-3630"),
        ):
            (error,) = self.errors(self.study, **{name: wrong})
            assert "last digit does not fit the others" in error
            assert save(self.client, self.study, **{name: right}).status_code == 302
        assert len(self.errors(self.study, doi="marfa.2026")) == 1

    def test_it_gives_members_to_a_dossier_alone(self):
        member = {"listed-0-target": str(self.study.pk)}
        (error,) = self.errors(self.article, **member)
        assert error.startswith("Only a dossier has members.")
        dossier = make_publication(type="dossier")
        assert save(self.client, dossier, **member).status_code == 302
        assert dossier.listed.get().target_id == self.study.pk

    def test_it_refuses_a_dossier_inside_itself(self):
        dossier = make_publication(type="dossier")
        (error,) = self.errors(dossier, **{"listed-0-target": str(dossier.pk)})
        assert error == "An item cannot list itself."

    def test_it_gives_formats_to_a_book_alone(self):
        row = {"formats-0-binding": "paperback", "formats-0-isbn": "9780306406157"}
        (error,) = self.errors(self.study, **row)
        assert error.startswith("Only a book has formats.")

    def test_it_says_every_fault_in_arabic_too(self):
        (error,) = self.errors(self.article, "ar", first_page="9", last_page="7")
        assert error == "الصفحة الأخيرة تسبق الأولى. راجع الرقمين."


class TestBookForm(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.book = make_publication(type="book")
        self.book.formats.create(
            binding="hardback", price=Decimal("18.00"), currency="AED"
        )

    def save(self, **changed):
        fields = {f"formats-0-{name}": value for name, value in changed.items()}
        return save(self.client, self.book, **fields)

    def errors(self, **changed):
        return Page(self.save(**changed)).words("ul", class_="errorlist")

    def test_it_asks_for_the_currency_of_a_price(self):
        assert self.errors(currency="") == ["Give the currency of the price."]

    def test_it_refuses_a_currency_that_is_no_code_and_a_price_below_nothing(self):
        (error,) = self.errors(currency="1$")
        assert error.startswith("Write the currency as three Latin letters")
        assert self.errors(price="-4") == ["A price cannot be less than nothing."]

    def test_it_writes_currencies_in_capitals(self):
        assert self.save(currency="egp").status_code == 302
        assert self.book.formats.get().currency == "EGP"

    def test_it_checks_the_isbn_of_a_format(self):
        (error,) = self.errors(isbn="978-0-306-40615-8")
        assert "last digit does not fit the others" in error

    def test_it_takes_a_price_written_more_briefly_for_the_same(self):
        before = self.book.version
        self.save(price="18")
        self.book.refresh_from_db()
        assert self.book.version == before


class TestFieldsOfForms(DeskTestCase):
    def test_it_tells_the_script_the_form_of_each_type(self):
        page = get(self.client, address(make_publication()))
        option = page.one(
            "option", value=type_id("dossier"), **{"data-form": "dossier"}
        )
        assert option.text == "Dossier"
        assert page.all("fieldset", class_="only-article")
        assert page.all("fieldset", class_="only-dossier")
        assert page.all("fieldset", class_="only-book")
        assert page.all("script", type="module")

    def test_it_takes_a_whole_publication_at_once(self):
        series = Series.objects.create(name_en="Marfa Papers")
        url = reverse("admin:publications_publication_add")
        response = send(
            self.client,
            url,
            get(self.client, url),
            headline_en=HEADLINES["en"],
            type=type_id("study"),
            series=str(series.pk),
            series_number="19",
        )
        assert response.status_code == 302
        item = Publication.objects.get()
        assert (item.series, item.series_number) == (series, "19")
