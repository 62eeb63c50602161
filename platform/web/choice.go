package web

import (
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"erba/platform/identity"
)

// choice is a field of the query that not everybody may use, or some of whose
// values: tagged may:"margin:read", or may:"gross=margin:read,profit=margin:read".
type choice struct {
	name   string
	grant  string            // of the field: for others it does not exist
	values map[string]string // value to grant: for others it is no value
	wrong  []error           // what is said about a value that is none
}

// choicesOf are those of an input, which the operation describes.
func (r *Router) choicesOf(in reflect.Type, op *huma.Operation) (all []choice) {
	if in.Kind() != reflect.Struct {
		return nil
	}
	for _, field := range reflect.VisibleFields(in) {
		tag := field.Tag.Get("may")
		if tag == "" {
			continue
		}
		name, _, _ := strings.Cut(field.Tag.Get("query"), ",")
		c := choice{name: name, values: map[string]string{}, wrong: r.wrong(name, op)}
		for _, part := range strings.Split(tag, ",") {
			if value, grant, some := strings.Cut(part, "="); some {
				c.values[value] = grant
			} else {
				c.grant = part
			}
		}
		all = append(all, c)
	}
	return all
}

// wrong is what huma says about a parameter's value that is not in its enum.
func (r *Router) wrong(name string, op *huma.Operation) []error {
	for _, p := range op.Parameters {
		if p.Name == name && p.In == "query" {
			at, found := huma.NewPathBuffer(nil, 0), &huma.ValidateResult{}
			at.Push(p.In)
			at.Push(p.Name)
			huma.Validate(r.api.OpenAPI().Components.Schemas, p.Schema, at, huma.ModeWriteToServer, "\x00", found)
			return found.Errors
		}
	}
	panic("web: " + op.OperationID + " guards " + name + ", which is no field of the query")
}

// choosing answers who uses what he may not, like whoever uses what does not exist.
func (r *Router) choosing(w *wall) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		viewer, _ := identity.From(ctx.Context())
		query := ctx.URL()
		for _, c := range w.choices {
			if errs := c.refused(viewer, query.Query()[c.name]); errs != nil {
				_ = huma.WriteErr(r.api, ctx, http.StatusUnprocessableEntity, "", errs...)
				return
			}
		}
		next(ctx)
	}
}

// refused is what is wrong with the values given for the field.
func (c choice) refused(viewer identity.Viewer, given []string) []error {
	if len(given) > 0 && c.grant != "" && !viewer.May(c.grant) {
		return []error{&huma.ErrorDetail{Location: "query." + c.name, Message: "unknown query parameter"}}
	}
	for _, value := range given {
		if grant := c.values[value]; grant != "" && !viewer.May(grant) {
			return c.wrong
		}
	}
	return nil
}

// grants are all that a choice names.
func (c choice) grants() (all []string) {
	if c.grant != "" {
		all = append(all, c.grant)
	}
	for _, grant := range c.values {
		all = append(all, grant)
	}
	return all
}
