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
)

// File is a reply that is saved rather than shown. Write is called while the
// reply is on its way, so a file of any size needs no memory.
type File struct {
	Name  string // as the user will find it
	Type  string // media type
	Write func(io.Writer) error
}

// Download adds an endpoint that answers with a file, open to users with the grant.
func Download[In any](r *Router, path, grant string, f func(context.Context, *In) (File, error)) {
	op, w := r.operation(http.MethodGet, path, grant)
	op.Responses = map[string]*huma.Response{"200": {Description: "The file",
		Content: map[string]*huma.MediaType{"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}}
	huma.Register(r.api, op, func(ctx context.Context, in *In) (*huma.StreamResponse, error) {
		file, err := behind(ctx, r, in, f)
		if err != nil {
			return nil, err
		}
		if r.Taken != nil {
			if err := r.Taken(ctx, path, file.Body.Name); err != nil {
				return nil, problemOf(ctx, err)
			}
		}
		return &huma.StreamResponse{Body: func(out huma.Context) { send(out, file.Body) }}, nil
	})
	raise[In, File](r, w, op)
}

// send cannot take back the status once the file flows; an error cuts the
// connection, so that nobody takes half a file for a whole one.
func send(out huma.Context, file File) {
	out.SetHeader("Content-Type", file.Type)
	out.SetHeader("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}))
	_, w := humago.Unwrap(out)
	pace, _ := out.Context().Value(paceKey{}).(Pace)
	flow := bufio.NewWriterSize(watched{ebb{out.BodyWriter(), http.NewResponseController(w), pace}, out.Context()}, portion)
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
// come from path and query.
func Upload[In, Out any](r *Router, path, grant string, limit int64, f func(context.Context, *In, io.Reader) (Out, error)) {
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
