package permission

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what permission brings to the product. It keeps nothing.
var Feature = app.Feature{
	Name:  "permission",
	Files: files,
	Start: func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the permission service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.Users) })
}
