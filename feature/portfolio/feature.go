package portfolio

import (
	"embed"

	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what portfolio brings to the product.
var Feature = app.Feature{
	Name:  "portfolio",
	Files: files,
	Start: func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the portfolio service of a product.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB) })
}
