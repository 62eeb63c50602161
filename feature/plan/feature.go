package plan

import (
	"embed"

	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what plan brings to the product.
var Feature = app.Feature{
	Name:  "plan",
	Files: files,
	Start: func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the plan service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB) })
}
