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
