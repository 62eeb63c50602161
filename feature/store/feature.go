package store

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what store brings to the product.
var Feature = app.Feature{
	Name:  "store",
	Files: files,
	Start: func(*app.Kit) {},
}
