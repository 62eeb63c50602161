package calendar

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what calendar brings to the product.
var Feature = app.Feature{
	Name:  "calendar",
	Files: files,
	Start: func(*app.Kit) {},
}
