package web

import (
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"erba/kernel"
)

// bodiless refuses a body where none is read: who sends one believes that it does something.
func (r *Router) bodiless(ctx huma.Context, next func(huma.Context)) {
	if ctx.Operation().RequestBody == nil && !empty(ctx.BodyReader()) {
		p := problem(ctx.Context(), http.StatusUnprocessableEntity, kernel.Invalid("web.invalid"))
		p.Fields = []Field{{"body", "unexpected"}}
		ctx.SetHeader("Content-Type", p.ContentType(""))
		ctx.SetStatus(p.Status)
		_ = r.api.Marshal(ctx.BodyWriter(), "application/json", p) // who does not listen misses nothing
		return
	}
	next(ctx)
}

func empty(body io.Reader) bool {
	if body == nil {
		return true
	}
	n, _ := io.ReadFull(body, make([]byte, 1)) // what cannot be read is none
	return n == 0
}
