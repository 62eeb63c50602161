package kpi

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what kpi brings to the product.
var Feature = app.Feature{
	Name:  "kpi",
	Files: files,
	Start: func(*app.Kit) {},
}
