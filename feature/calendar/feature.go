package calendar

import (
	"embed"

	"erba/feature/notice"
	"erba/feature/visit"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what calendar brings to the product.
var Feature = app.Feature{
	Name:  "calendar",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the calendar service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, visit.New(k), notice.New(k), notice.Words{Say: k.Texts.Say, Home: k.Public})
	})
}
