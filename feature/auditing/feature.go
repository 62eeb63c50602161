package auditing

import (
	"embed"

	"erba/feature/account"
	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what auditing brings to the product. Its tables are the platform's.
var Feature = app.Feature{
	Name:  "auditing",
	Files: files,
	Start: start,
}

// New is the auditing service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Jobs, k.Users, account.New(k)) })
}

func start(k *app.Kit) {
	s := New(k)
	s.Routes(k.Router)
	s.Work(k.Jobs)
	k.Router.Grants = append(k.Router.Grants, values) // no route asks for it, fields do
}
