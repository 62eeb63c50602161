package apptest

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"erba/platform/web"
)

// Operation is an endpoint as the API's own document describes it.
type Operation struct {
	Method, Path, Grant string
	Params              []Param
	Body, Answer        *Schema // of JSON; nil is none
	Takes, Gives        string  // the media types of a body and of an answer
}

// Name is how people call it.
func (o Operation) Name() string { return o.Method + " " + o.Path }

// Writes reports whether it is there to change something.
func (o Operation) Writes() bool { return o.Method != "GET" }

// Param is a part of the address.
type Param struct {
	Name     string
	In       string // path, query or header
	Required bool
	Schema   *Schema
}

// Schema is a JSON schema, its references resolved.
type Schema struct {
	Ref        string `json:"$ref"`
	Type       any
	Format     string
	Enum       []any
	Pattern    string
	MaxLength  *int
	MinLength  int
	MinItems   int
	Minimum    *float64
	Properties map[string]*Schema
	Required   []string
	Items      *Schema
	Extra      any `json:"additionalProperties"`
}

// Is reports whether values of the schema can be of a type.
func (s *Schema) Is(kind string) bool {
	switch t := s.Type.(type) {
	case string:
		return t == kind
	case []any:
		return slices.Contains(t, any(kind))
	}
	return false
}

// Operations reads all endpoints from the document of a router, in the order of their paths.
func Operations(r *web.Router) ([]Operation, error) {
	raw, err := r.OpenAPI()
	if err != nil {
		return nil, err
	}
	var doc document
	if err := json.Unmarshal(raw, &doc); err != nil {
		return nil, err
	}
	var all []Operation
	for _, path := range slices.Sorted(maps.Keys(doc.Paths)) {
		for _, method := range slices.Sorted(maps.Keys(doc.Paths[path])) {
			all = append(all, doc.operation(strings.ToUpper(method), path, doc.Paths[path][method]))
		}
	}
	return all, nil
}

// document is what we read of OpenAPI.
type document struct {
	Paths      map[string]map[string]described
	Components struct{ Schemas map[string]*Schema }
}

type described struct {
	Grant      string `json:"x-grant"`
	Parameters []Param
	Body       content `json:"requestBody"`
	Responses  map[string]content
}

type content struct {
	Content map[string]struct{ Schema *Schema }
}

// media is the only media type that is not a problem's.
func (c content) media() string {
	for kind := range c.Content {
		return kind
	}
	return ""
}

func (d document) operation(method, path string, from described) Operation {
	o := Operation{Method: method, Path: path, Grant: from.Grant, Params: from.Parameters, Takes: from.Body.media(), Gives: from.Responses["200"].media()}
	for i := range o.Params {
		o.Params[i].Schema = d.resolve(o.Params[i].Schema, 0)
	}
	if body, ok := from.Body.Content["application/json"]; ok {
		o.Body = d.resolve(body.Schema, 0)
	}
	if answer, ok := from.Responses["200"].Content["application/json"]; ok {
		o.Answer = d.resolve(answer.Schema, 0)
	}
	return o
}

// resolve puts what is referred to in the place of references, as deep as bodies go.
func (d document) resolve(s *Schema, depth int) *Schema {
	if s == nil || depth > 8 {
		return s
	}
	if name, ok := strings.CutPrefix(s.Ref, "#/components/schemas/"); ok {
		return d.resolve(d.Components.Schemas[name], depth+1)
	}
	whole := *s
	whole.Items = d.resolve(s.Items, depth+1)
	whole.Properties = map[string]*Schema{}
	for name, p := range s.Properties {
		whole.Properties[name] = d.resolve(p, depth+1)
	}
	return &whole
}
