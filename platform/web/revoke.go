package web

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/identity"
)

// portion is how much of a file leaves before it is asked again whether it may.
const portion = 64 << 10

type againKey struct{}

// again remembers in a request's context how to ask anew who its user is.
func again(ctx context.Context, ask func(context.Context) (identity.Viewer, error)) context.Context {
	return context.WithValue(ctx, againKey{}, ask)
}

// still is the fault of a request whose user has lost, while it was answered,
// what he needs for it: his session, his activity, the grant or a part of its rows.
func still(ctx context.Context) error {
	before, _ := identity.From(ctx)
	ask, ok := ctx.Value(againKey{}).(func(context.Context) (identity.Viewer, error))
	if !ok {
		return kernel.Denied("web.signed_out")
	}
	now, err := ask(ctx)
	if err == nil && (now.ID != before.ID || !now.Holds(before)) {
		err = kernel.Denied("web.denied")
	}
	return err
}

// watched is a file on its way out, portion by portion to somebody who may still have it.
type watched struct {
	io.Writer
	ctx context.Context
}

// Write writes portions.
func (w watched) Write(p []byte) (n int, err error) {
	for len(p) > 0 {
		if err := still(w.ctx); err != nil {
			return n, err
		}
		m, err := w.Writer.Write(p[:min(len(p), portion)])
		if n += m; err != nil {
			return n, err
		}
		p = p[m:]
	}
	return n, nil
}
