package application

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what application brings to the product.
var Feature = app.Feature{
	Name:  "application",
	Files: files,
	Start: func(*app.Kit) {},
}
