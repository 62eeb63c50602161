package today

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what today brings to the product.
var Feature = app.Feature{
	Name:  "today",
	Files: files,
	Start: func(k *app.Kit) { New(k) },
}

// New is the service of the page of the day of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return &Service{} })
}
