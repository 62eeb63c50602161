package web

import (
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// schemaName is a type's name in the API document: with its package before it,
// because features name their types without looking at each other, and without
// stutter: account.Account is Account, account.Page is AccountPage. What the
// platform itself says, such as Problem, belongs to nobody.
func schemaName(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name := huma.DefaultSchemaNamer(t, hint)
	owner, _, _ := strings.Cut(t.String(), ".")
	owner = strings.ToUpper(owner[:1]) + owner[1:]
	if t.Name() == "" || t.PkgPath() == "" || owner == "Web" || strings.HasPrefix(strings.ToLower(name), strings.ToLower(owner)) {
		return name
	}
	return owner + name
}
