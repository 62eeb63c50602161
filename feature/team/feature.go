package team

import (
	"embed"

	"erba/feature/account"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what team brings to the product.
var Feature = app.Feature{
	Name:  "team",
	Files: files,
	Start: func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the team service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, k.Users, account.New(k)) })
}
