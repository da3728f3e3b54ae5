"""The types a centre starts with; editors change, add and remove them later."""

from django.db import migrations

# code, Arabic, Arabic plural, English, English plural, ink, schema.org, RIS, Crossref
TYPES = [
    ("analysis", "تحليل", "تحليلات", "Analysis", "Analyses", "cinnabar", "AnalysisNewsArticle", "RPRT", ""),
    ("estimate", "تقدير", "تقديرات", "Estimate", "Estimates", "cinnabar", "AnalysisNewsArticle", "RPRT", "report"),
    ("study", "دراسة", "دراسات", "Study", "Studies", "indigo", "Report", "RPRT", "report"),
    ("report", "تقرير", "تقارير", "Report", "Reports", "indigo", "Report", "RPRT", "report"),
    ("strategic-report", "التقرير الاستراتيجي", "التقارير الاستراتيجية", "Strategic report", "Strategic reports", "indigo", "Report", "RPRT", "report"),
    ("policy-brief", "موجز سياسات", "موجزات سياسات", "Policy brief", "Policy briefs", "indigo", "Report", "RPRT", "report"),
    ("book", "كتاب", "كتب", "Book", "Books", "indigo", "Book", "BOOK", "book"),
    ("indicators", "مؤشرات", "مؤشرات", "Indicators", "Indicators", "verdigris", "Report", "RPRT", "report"),
    ("infographic", "إنفوجرافيك", "إنفوجرافيك", "Infographic", "Infographics", "verdigris", "Article", "FIGURE", ""),
    ("world-views", "رؤى عالمية", "رؤى عالمية", "World view", "World views", "saffron", "Article", "MGZN", ""),
    ("discussion", "نقاش", "نقاشات", "Discussion summary", "Discussion summaries", "saffron", "Article", "RPRT", ""),
    ("article", "مقال في عدد", "مقالات الأعداد", "Journal article", "Journal articles", "verdigris", "ScholarlyArticle", "JOUR", "journal_article"),
    ("issue", "عدد دورية", "أعداد الدوريات", "Issue", "Issues", "verdigris", "PublicationIssue", "JOUR", "journal_issue"),
    ("dossier", "ملف", "ملفات", "Dossier", "Dossiers", "indigo", "Collection", "RPRT", ""),
    ("opinion", "رأي", "آراء", "Opinion", "Opinions", "saffron", "OpinionNewsArticle", "MGZN", ""),
]  # fmt: skip

FORMS = {"book": "book", "issue": "issue", "dossier": "dossier"}


def add_types(apps, schema_editor):
    publication_type = apps.get_model("publications", "PublicationType")
    for order, row in enumerate(TYPES):
        code, name_ar, plural_ar, name_en, plural_en, ink, schema, ris, crossref = row
        publication_type.objects.create(
            code=code,
            name_ar=name_ar,
            plural_ar=plural_ar,
            name_en=name_en,
            plural_en=plural_en,
            ink=ink,
            form=FORMS.get(code, "article"),
            order=order,
            schema_org=schema,
            ris=ris,
            crossref=crossref,
        )


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_initial")]

    operations = [migrations.RunPython(add_types, migrations.RunPython.noop)]
