package web

import (
	"context"

	"erba/kernel"
	"erba/platform/identity"
)

// Fresh wants whoever calls the endpoint to have shown within five minutes who
// he is: the browser asks for his password or a code and sends the request again.
func Fresh[In, Out any](f func(context.Context, *In) (Out, error)) func(context.Context, *In) (Out, error) {
	return func(ctx context.Context, in *In) (out Out, err error) {
		if !identity.Fresh(ctx) {
			return out, kernel.Denied("web.step_up")
		}
		return f(ctx, in)
	}
}

// InPerson keeps tokens out: they read and write data, they do not change how their owner signs in.
func InPerson[In, Out any](f func(context.Context, *In) (Out, error)) func(context.Context, *In) (Out, error) {
	return func(ctx context.Context, in *In) (out Out, err error) {
		if !identity.InPerson(ctx) {
			return out, kernel.Denied("web.in_person")
		}
		return f(ctx, in)
	}
}

// May reports whether whoever asks has a grant, on whichever rows; what wants
// none is everybody's.
func May(ctx context.Context, grant string) bool {
	v, _ := identity.From(ctx)
	return grant == "" || v.May(grant)
}
