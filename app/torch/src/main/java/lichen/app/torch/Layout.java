package lichen.app.torch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How arrays of images and kernels lie in memory.
 *
 * @param channelsLast whether the channels of a pixel lie beside each other
 */
record Layout(boolean channelsLast) {
    /** A copy of {@code [N,H,W,C]} numbers as {@code [N,C,H,W]}. */
    Tensor of(float[] numbers, long... shape) {
        try (FloatPointer memory = new FloatPointer(numbers)) {
            Tensor copy = torch.from_blob(memory, shape).clone().permute(0, 3, 1, 2);
            return channelsLast ? copy.contiguous(torch.MemoryFormat.ChannelsLast) : copy.contiguous();
        }
    }

    /** {@code [N,C,H,W]} as {@code [N,H,W,C]} numbers. */
    static float[] numbers(Tensor tensor) {
        try (Tensor interleaved = tensor.permute(0, 2, 3, 1).contiguous()) {
            float[] numbers = new float[(int) interleaved.numel()];
            interleaved.data_ptr_float().get(numbers);
            return numbers;
        }
    }
}
