package io.semisup4j.data.decode;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.semisup4j.data.image.Image;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Grey and three-colour JPEG through OpenCV's libjpeg-turbo, whose pixels are those of Pillow's. The native memory of a
 * decoder is used for one picture after the other. Not for several threads at once.
 */
final class OpenCvJpeg {
    private final Mat decoded = new Mat();
    private BytePointer bytes = new BytePointer(1 << 16);

    Image decode(PictureFile file, JpegHeader header, PixelBuffer buffer) {
        load(file);
        try (Mat source = new Mat(1, file.length(), opencv_core.CV_8UC1, bytes)) {
            imdecode(source, IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION, decoded);
        }
        if (decoded.empty()
                || decoded.rows() != header.height()
                || decoded.cols() != header.width()
                || !decoded.isContinuous()) {
            throw file.unreadable("its JPEG data is damaged, or of a kind that libjpeg does not decode");
        }
        cvtColor(decoded, decoded, COLOR_BGR2RGB);
        Image image = buffer.blank(header.height(), header.width());
        decoded.data().get(image.pixels(), 0, image.length());
        return image;
    }

    private void load(PictureFile file) {
        if (bytes.capacity() < file.length()) {
            bytes.close();
            bytes = new BytePointer(file.length() + file.length() / 2L);
        }
        bytes.put(file.bytes(), 0, file.length());
    }
}
