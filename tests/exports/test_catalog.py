"""A data portal gathers the catalogue: read as RDF, it leads to every file that is listed."""

from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, URIRef

from hubatlas import urls
from hubatlas.exports import EXPORTS
from tests.exports.editions import NETWORKS, files_of, network_edition

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own affair
NEEDED = (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCTERMS.modified, DCAT.landingPage)


def graph_of(content: Path) -> Graph:
    return Graph().parse(data=files_of(network_edition(content), urls.CATALOG)[urls.CATALOG], format="json-ld")


@pytest.fixture(scope="module", params=NETWORKS, ids=lambda path: path.name)
def content(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_dataset_says_what_portals_ask_of_one(content: Path) -> None:
    graph = graph_of(content)
    [catalog] = graph.subjects(RDF.type, DCAT.Catalog)
    datasets = set(graph.subjects(RDF.type, DCAT.Dataset))
    assert len(datasets) > 30
    assert set(graph.objects(catalog, DCAT.dataset)) == datasets
    for dataset in datasets:
        assert [each for each in NEEDED if graph.value(dataset, each) is None] == [], dataset
        assert graph.value(dataset, DCAT.distribution) is not None, dataset
        assert graph.value(graph.value(dataset, DCTERMS.publisher), FOAF.name) is not None


def test_every_listed_file_can_be_downloaded_from_where_it_is_published(content: Path) -> None:
    edition = network_edition(content)
    graph = graph_of(content)
    urls_told = {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    listed = {edition.whole_address(each.address) for each in EXPORTS if each.listed and "{" not in each.address}
    assert urls_told == listed - {edition.whole_address(urls.CATALOG)}
    published = {edition.whole_address(address) for address in files_of(edition, "/data/", "/oruk/3.0/services.ndjson")}
    assert urls_told & {edition.whole_address(urls.CHECKSUMS), edition.whole_address(urls.table("hubs", "csv"))}
    assert {url for url in urls_told if "/data/" in url} <= published


def test_the_feed_is_a_service_that_says_how_to_ask_it(content: Path) -> None:
    graph = graph_of(content)
    [service] = graph.subjects(RDF.type, DCAT.DataService)
    assert str(graph.value(service, DCAT.endpointURL)).endswith("/oruk/3.0/")
    assert str(graph.value(service, DCAT.endpointDescription)).endswith("/oruk/3.0/openapi.json")
    served = graph.value(service, DCAT.servesDataset)
    assert (served, RDF.type, DCAT.Dataset) in graph


def test_addresses_are_addresses(content: Path) -> None:
    graph = graph_of(content)
    found = {each for each in (*graph.subjects(), *graph.objects()) if isinstance(each, URIRef)}
    assert [each for each in found if not str(each).startswith(("https://", "http://"))] == []
