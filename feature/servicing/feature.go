package servicing

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what servicing brings to the product.
var Feature = app.Feature{
	Name:  "servicing",
	Files: files,
	Start: func(*app.Kit) {},
}
