"""What chat servers push to live sources: ``/live/<label>/...``, in each server's own form and with its own proof."""

import time
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from belisha.chats import live
from belisha.surfaces.api.callers import running
from belisha.surfaces.running import Running

router = APIRouter(include_in_schema=False)


@router.api_route("/live/{label}", methods=["GET", "POST", "PUT"])
@router.api_route("/live/{label}/{path:path}", methods=["GET", "POST", "PUT"])
async def take_in(
    label: str, request: Request, service: Annotated[Running, Depends(running)], path: str = ""
) -> Response:
    """Hands a request to its source, and answers when what it holds is stored."""
    source = service.sources.get(label)
    if source is None or not source.source.pushes:
        raise HTTPException(404, "There is no source here that is pushed to.")
    pushed = live.Request(
        method=request.method,
        path=path,
        query={name.lower(): value for name, value in request.query_params.items()},
        headers={name.lower(): value for name, value in request.headers.items()},
        body=await request.body(),
        received_at=time.time(),
    )
    try:
        reply = await source.receive(pushed)
    except OSError as error:
        raise HTTPException(503, str(error), {"Retry-After": "2"}) from error
    return Response(reply.body, reply.status, media_type=reply.media)
