package notice

import (
	"embed"

	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what notice brings to the product.
var Feature = app.Feature{
	Name:  "notice",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the notice service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, k.Jobs, k.Mail, Words{Say: k.Texts.Say, Home: k.Public})
	})
}
