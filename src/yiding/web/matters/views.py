"""The list of matters, and its exports."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from yiding.web.access import desk
from yiding.web.boards import board_shown
from yiding.web.matters.contexts import list_page
from yiding.web.matters.export import csv_lines, workbook
from yiding.web.matters.forms import FilterForm

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@desk()
def show_list(request: HttpRequest) -> HttpResponse:
    """The list."""
    page = list_page(board_shown(request), request.GET)
    return render(request, "matters/list.html", {"page": page})


@desk()
def export_xlsx(request: HttpRequest) -> HttpResponseBase:
    """The list as a workbook."""
    board = board_shown(request)
    file = workbook(board, FilterForm(request.GET, board).asked())
    name = f"matters-{board.on.isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


@desk()
def export_csv(request: HttpRequest) -> HttpResponseBase:
    """The list as plain rows."""
    board = board_shown(request)
    lines = csv_lines(board, FilterForm(request.GET, board).asked())
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="matters-{board.on.isoformat()}.csv"'
    return response
