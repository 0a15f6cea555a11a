"""HTTP: messages in, lights out. Versioned under ``/v1``, described at ``/openapi.json``, errors as problem+json.

A file here holds the questions of one subject; ``application`` puts them together around a ``Running`` service.
"""
