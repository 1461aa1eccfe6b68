"""Write TopoJSON: quantized, arcs shared by neighbours stored once."""

import json
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
from topojson.core.topology import Topology


def write_topology(
    path: Path,
    objects: Mapping[str, gpd.GeoSeries],
    properties: Mapping[str, Mapping[str, object]],
    quantum: int,
) -> None:
    """Write one TopoJSON file with one object per entry of `objects` (shapes by code).

    `properties` are those of each code, where it has any; `quantum` is the number of steps on a side.
    """
    frames = [
        gpd.GeoDataFrame({"code": list(shapes.index)}, geometry=shapes.to_numpy(), index=list(shapes.index))
        for shapes in objects.values()
    ]
    topology = Topology(
        frames if len(frames) > 1 else frames[0],
        object_name=list(objects) if len(frames) > 1 else next(iter(objects)),
        prequantize=quantum,
        shared_coords=True,
        prevent_oversimplify=False,
    ).to_dict()
    for kind in topology["objects"].values():
        for geometry in kind["geometries"]:
            code = geometry.pop("properties")["code"]
            geometry["id"] = code
            if code in properties:
                geometry["properties"] = dict(properties[code])
        kind.pop("bbox", None)
    topology.pop("bbox", None)
    topology.pop("options", None)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(topology, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
