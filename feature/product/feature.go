package product

import (
	"embed"

	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what product brings to the whole.
var Feature = app.Feature{
	Name:  "product",
	Files: files,
	Start: func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the product service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB) })
}
