package user

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what user brings to the product. Its tables are the platform's.
var Feature = app.Feature{
	Name:  "user",
	Files: files,
	Start: func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the user service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.Users) })
}
