package web

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"erba/platform/export"
	"erba/platform/identity"
)

// File is a reply that is saved rather than shown. Write is called while the
// reply is on its way, so a file of any size needs no memory.
type File struct {
	Name  string // as the user will find it
	Type  string // media type
	Write func(io.Writer) error
}

// Document adds an endpoint that answers with one paper, open to users with the
// grant. A list of rows is no document: it is a Download, which counts them.
func Document[In any](r *Router, path, grant string, f func(context.Context, *In) (File, error)) {
	op, w := r.leaving(path, grant)
	huma.Register(r.api, op, func(ctx context.Context, in *In) (*huma.StreamResponse, error) {
		file, err := behind(ctx, r, in, f)
		if err != nil {
			return nil, err
		}
		o := asked(ctx)
		if err := r.taken(ctx, export.Leaving{Path: o.path, Query: o.query, File: file.Body.Name}); err != nil {
			return nil, problemOf(ctx, err)
		}
		return &huma.StreamResponse{Body: func(out huma.Context) { send(out, file.Body) }}, nil
	})
	raise[In, File](r, w, op)
}

// leaving describes an endpoint that answers with a file.
func (r *Router) leaving(path, grant string) (huma.Operation, *wall) {
	op, w := r.operation(http.MethodGet, path, grant)
	op.Responses = map[string]*huma.Response{"200": {Description: "The file",
		Content: map[string]*huma.MediaType{"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}}
	op.Middlewares = append(op.Middlewares, noting)
	return op, w
}

// order is what somebody asked for, and how he is kept waiting.
type order struct {
	path, query string
	c           *http.ResponseController
	pace        Pace
}

type orderKey struct{}

func asked(ctx context.Context) order {
	o, _ := ctx.Value(orderKey{}).(order)
	return o
}

// noting keeps the order of a file for those who count.
func noting(ctx huma.Context, next func(huma.Context)) {
	r, w := humago.Unwrap(ctx)
	pace, _ := ctx.Context().Value(paceKey{}).(Pace)
	next(huma.WithValue(ctx, orderKey{}, order{r.URL.Path, r.URL.Query().Encode(), http.NewResponseController(w), pace}))
}

// taken tells whoever counts of a file that is about to leave.
func (r *Router) taken(ctx context.Context, l export.Leaving) error {
	if r.Taken == nil {
		return nil
	}
	return r.Taken(ctx, l)
}

// send cannot take back the status once the file flows; an error cuts the
// connection, so that nobody takes half a file for a whole one.
func send(out huma.Context, file File) {
	out.SetHeader("Content-Type", file.Type)
	out.SetHeader("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}))
	o := asked(out.Context())
	flow := bufio.NewWriterSize(watched{ebb{out.BodyWriter(), o.c, o.pace}, out.Context()}, portion)
	err := file.Write(flow)
	if err == nil {
		err = flow.Flush()
	}
	if err != nil {
		slog.ErrorContext(out.Context(), "download broke off", "file", file.Name, "error", err)
		panic(http.ErrAbortHandler)
	}
}

// Upload adds an endpoint that takes a file as the raw body of a request, at
// most limit bytes, open to users with the grant. The input's other fields
// come from path and query. How many rows of a list are taken is asked by the
// service that reads it (identity.Brings).
func Upload[In, Out any](r *Router, path, grant string, limit int64, f func(context.Context, *In, io.Reader) (Out, error)) {
	r.Grants = append(r.Grants, identity.Bringing)
	op, w := r.operation(http.MethodPost, path, grant)
	op.Middlewares = append(op.Middlewares, large(limit))
	op.SkipValidateBody = true
	op.RequestBody = &huma.RequestBody{Required: true,
		Content: map[string]*huma.MediaType{"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}
	huma.Register(r.api, op, func(ctx context.Context, in *In) (*reply[Out], error) {
		body, _ := ctx.Value(bodyKey{}).(io.Reader)
		return behind(ctx, r, in, func(ctx context.Context, in *In) (Out, error) { return f(ctx, in, body) })
	})
	raise[In, Out](r, w, op)
}

type bodyKey struct{}

// large hands the unread body on, bounded by its own limit.
func large(limit int64) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		body := http.MaxBytesReader(nil, io.NopCloser(ctx.BodyReader()), limit)
		next(huma.WithValue(ctx, bodyKey{}, io.Reader(body)))
	}
}
