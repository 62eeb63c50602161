package method

import (
	"embed"

	"erba/feature/approval"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what method brings to the product.
var Feature = app.Feature{
	Name:  "method",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		k.Check("method.settings", s.Sound)
		approval.Add(k, changing, approval.Course[change]{Version: s.versionOf, Apply: s.approved})
	},
}

// New is the method service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, k.Models, approval.New(k)) })
}
